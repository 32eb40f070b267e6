import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    address: string;
    /** Where the service keeps its cities; null where somebody else has started it. */
    store: string | null;
  }
}

/** Uses the service at `COMMONGROUND_URL`; else starts the real one on a free port with a store of its own, and waits until the sample city is there. */
export default async function start(project: TestProject): Promise<() => void> {
  const running = process.env.COMMONGROUND_URL;
  if (running) {
    project.provide('address', running.replace(/\/$/, ''));
    project.provide('store', null);
    return () => {};
  }
  const folder = mkdtempSync(join(tmpdir(), 'commonground-'));
  const service = command(folder, '--port', '0');
  project.provide('address', await address(service));
  project.provide('store', folder);
  return () => {
    service.kill();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** The program as a user starts it, with the cities of a folder. */
export function command(folder: string, ...words: string[]): ChildProcess {
  const root = resolve(import.meta.dirname, '../..');
  return spawn('java', ['-jar', join(root, 'target/commonground.jar'), ...words], {
    cwd: root,
    env: { ...process.env, COMMONGROUND_VAR: folder, COMMONGROUND_DATA: join(root, 'data') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

function address(service: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = '';
    service.stdout!.on('data', (text: Buffer) => {
      said += text.toString();
      const found = /Commonground is at (http:\S+)\//.exec(said);
      if (found && said.includes('Imported the sample city')) {
        done(found[1]!);
      }
    });
    service.on('exit', (code) => fail(new Error(`the service ended with ${code}: ${said}`)));
  });
}
