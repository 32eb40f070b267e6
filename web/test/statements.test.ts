import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { en as messages } from '../src/messages/en';
import { statements as en } from '../src/messages/enStatements';
import { statements as zh } from '../src/messages/zhStatements';

const SERVER = join(import.meta.dirname, '../../src/main/java');

const sources = readdirSync(SERVER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.java')).map((file) => readFileSync(join(SERVER, file), 'utf8'));

/** The server's sentences by code, from the enums that have them: `NAME("one " + "sentence"),`. */
function sentences(): Map<string, string> {
  const found = new Map<string, string>();
  for (const source of sources.filter((text) => /enum \w+ implements Wording/.test(text))) {
    for (const [, name, literals] of source.matchAll(/^ {2}([A-Z][A-Z0-9_]*)\(((?:\s*\+?\s*"(?:[^"\\]|\\.)*")+)\)[,;]/gm)) {
      const parts = [...literals!.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, part]) => part);
      found.set(name!.toLowerCase().replaceAll('_', '-'), parts.join(''));
    }
    expect(source.match(/^ {2}[A-Z][A-Z0-9_]*\(/gm)?.length, 'constants').toBe([...source.matchAll(/^ {2}[A-Z][A-Z0-9_]*\(\s*"/gm)].length);
  }
  return found;
}

const blanks = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();

test('every code of the server has words in both languages, and no others have', () => {
  const codes = [...sentences().keys()].sort();
  expect(codes.length).toBeGreaterThan(100);
  expect(Object.keys(en).sort()).toEqual(codes);
  expect(Object.keys(zh).sort()).toEqual(codes);
});

test('words fill the same blanks as the sentences of the server', () => {
  for (const [code, sentence] of sentences()) {
    expect(blanks(en[code as keyof typeof en]), code).toEqual(blanks(sentence));
    expect(blanks(zh[code as keyof typeof zh]), code).toEqual(blanks(sentence));
  }
});

test('nothing is left in English in Chinese', () => {
  for (const [code, message] of Object.entries(zh)) {
    expect(message.replace(/\{\w+\}|SRTM|WGS|\.prj|--population-total N/g, ''), code).not.toMatch(/[A-Za-z]{2,}/);
  }
});

test('every figure that an answer cites by its key has a name', () => {
  const cited = sources.flatMap((source) => [...source.matchAll(/sourceOf\(\s*"([\w.]+)"\)/g)].map(([, key]) => key!));
  expect(cited.length).toBeGreaterThan(5);
  expect(cited.filter((key) => !(`figure.${key}` in messages))).toEqual([]);
});
