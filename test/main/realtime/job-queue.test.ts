import { expect, it } from 'vitest';
import { JobQueue } from '../../../src/main/realtime/job-queue';

it('does jobs whole and in order, those from within jobs too', () => {
  const queue = new JobQueue();
  const done: string[] = [];
  queue.add(() => {
    queue.add(() => {
      queue.add(() => done.push('c'));
      done.push('b');
    });
    done.push('a');
  });
  expect(done).toEqual(['a', 'b', 'c']);
});

it('goes on after a job that throws', () => {
  const queue = new JobQueue();
  const done: string[] = [];
  expect(() =>
    queue.add(() => {
      queue.add(() => done.push('after'));
      throw new Error('listener');
    }),
  ).toThrow('listener');
  queue.add(() => done.push('next'));
  expect(done).toEqual(['after', 'next']);
});
