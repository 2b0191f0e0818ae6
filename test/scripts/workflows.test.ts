import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDER = '.github/workflows';

describe.each(readdirSync(FOLDER))('the workflow %s', (name) => {
  const text = readFileSync(join(FOLDER, name), 'utf8');
  const uses = [...text.matchAll(/uses: (.+)/gu)].map(([, used]) => used ?? '');

  it('pins every action by a commit, with its version beside it', () => {
    expect(uses.length).toBeGreaterThan(1);
    for (const used of uses) expect(used).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u);
  });

  it('may read alone, but for the job that says otherwise', () => {
    expect(text).toMatch(/^permissions:\n {2}contents: read\n/mu);
    const writing = [...text.matchAll(/^ +([a-z-]+): write$/gmu)].map(([, what]) => what);
    expect(writing).toEqual(
      name === 'release.yml' ? ['contents', 'id-token', 'attestations', 'artifact-metadata'] : [],
    );
  });

  it('runs no code of a stranger with rights, and leaves no token in the clone', () => {
    expect(text).not.toMatch(/pull_request_target|workflow_run|\$\{\{ github\.(?:event|head_ref)/u);
    const clones = uses.filter((used) => used.startsWith('actions/checkout@')).length;
    expect(text.match(/persist-credentials: false/gu)).toHaveLength(clones);
  });
});
