import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Random } from "../generator";
import { evilText } from "./evil";

export type Damage = (bytes: Uint8Array, random: Random) => Uint8Array;

const join = (...runs: Uint8Array[]): Uint8Array => {
  const joined = new Uint8Array(runs.reduce((sum, run) => sum + run.length, 0));
  let at = 0;
  for (const run of runs) {
    joined.set(run, at);
    at += run.length;
  }
  return joined;
};

/** A stretch of the bytes: [start, end). */
function stretch(bytes: Uint8Array, random: Random, longest: number): [number, number] {
  const start = random.int(0, Math.max(0, bytes.length - 1));
  return [start, Math.min(bytes.length, start + random.int(1, longest))];
}

/** What a disk, a mail program or an ill will does to bytes. */
const BYTE_DAMAGES: Readonly<Record<string, Damage>> = {
  truncate: (bytes, random) => bytes.slice(0, random.int(0, bytes.length)),
  flipBytes: (bytes, random) => {
    const damaged = bytes.slice();
    for (let times = random.int(1, 12); times > 0 && damaged.length > 0; times--) damaged[random.int(0, damaged.length - 1)]! ^= random.int(1, 255);
    return damaged;
  },
  zeroes: (bytes, random) => {
    const damaged = bytes.slice();
    return damaged.fill(random.pick([0, 255, 60]), ...stretch(bytes, random, 400));
  },
  repeatRun: (bytes, random) => {
    const [start, end] = stretch(bytes, random, 2000);
    return join(bytes.subarray(0, end), bytes.subarray(start, end), bytes.subarray(end));
  },
  dropRun: (bytes, random) => {
    const [start, end] = stretch(bytes, random, 500);
    return join(bytes.subarray(0, start), bytes.subarray(end));
  },
  insertRun: (bytes, random) => {
    const at = random.int(0, bytes.length);
    return join(bytes.subarray(0, at), Uint8Array.from({ length: random.int(1, 64) }, () => random.int(0, 255)), bytes.subarray(at));
  },
  /** A field of the zip's directory holds an extreme number. */
  directoryField: (bytes, random) => {
    const damaged = bytes.slice();
    const view = new DataView(damaged.buffer);
    const places: number[] = [];
    for (let at = 0; at + 22 <= damaged.length; at++) if ([0x02014b50, 0x06054b50, 0x04034b50].includes(view.getUint32(at, true))) places.push(at);
    if (places.length === 0) return damaged;
    const at = random.pick(places) + random.int(4, 45);
    if (at + 4 > damaged.length) return damaged;
    if (random.chance(0.5)) view.setUint16(at, random.pick([0, 1, 8, 9, 12, 99, 0x7fff, 0xffff]), true);
    else view.setUint32(at, random.pick([0, 1, 0x7fffffff, 0xffffffff, 0xfffffffe, damaged.length, 1 << 28]), true);
    return damaged;
  }
};

/** Opens the package, changes its parts, and closes it again with a sound directory. */
function parts(act: (files: Record<string, Uint8Array>, random: Random) => void): Damage {
  return (bytes, random) => {
    let files: Record<string, Uint8Array>;
    try {
      // A directory that was damaged before may claim gigabytes.
      files = unzipSync(bytes, { filter: ({ originalSize }) => originalSize < 100_000_000 });
    } catch {
      return bytes;
    }
    // Of a directory that was damaged before nothing may be left.
    if (Object.keys(files).length > 0) act(files, random);
    return zipSync(files, { level: 1 });
  };
}

/** Changes the text of one XML part. */
function xml(act: (text: string, random: Random) => string): Damage {
  return parts((files, random) => {
    const names = Object.keys(files).filter((name) => /\.(?:xml|rels)$/.test(name));
    if (names.length === 0) return;
    const name = random.pick(names);
    files[name] = strToU8(act(strFromU8(files[name]!), random));
  });
}

/** Some match of a pattern, replaced. */
function one(text: string, pattern: RegExp, random: Random, by: (match: string) => string): string {
  const matches = [...text.matchAll(pattern)];
  if (matches.length === 0) return text;
  const match = random.pick(matches);
  return text.slice(0, match.index) + by(match[0]) + text.slice(match.index + match[0].length);
}

const TAG = /<[^>]*>/g;
const ELEMENT = /<(\w[\w:]*)(?:\s[^>]*)?(?:\/>|>[^<]*<\/\1>)/g;
const ATTRIBUTE = /="[^"]*"/g;
const attributeText = (text: string): string => text.replace(/[&<"]/g, "").slice(0, 5000);

const PART_DAMAGES: Readonly<Record<string, Damage>> = {
  dropPart: parts((files, random) => {
    delete files[random.pick(Object.keys(files))];
  }),
  emptyPart: parts((files, random) => {
    files[random.pick(Object.keys(files))] = new Uint8Array();
  }),
  swapParts: parts((files, random) => {
    const [a, b] = [random.pick(Object.keys(files)), random.pick(Object.keys(files))];
    [files[a], files[b]] = [files[b]!, files[a]!];
  }),
  cutPart: parts((files, random) => {
    const name = random.pick(Object.keys(files));
    files[name] = files[name]!.slice(0, random.int(0, files[name]!.length));
  }),
  flipInPart: parts((files, random) => {
    const name = random.pick(Object.keys(files));
    const damaged = files[name]!.slice();
    if (damaged.length > 0) damaged[random.int(0, damaged.length - 1)]! ^= 1 << random.int(0, 7);
    files[name] = damaged;
  }),
  addPart: parts((files, random) => {
    files[random.pick(["../../evil.xml", "/xl/workbook2.xml", "_xmlsignatures/origin.sigs", "xl\\styles.xml", "XL/WORKBOOK.XML", "mimetype", "content.xml", "customXml/item2.xml", "__proto__", "constructor", "xl/calcChain.xml"])] =
      strToU8(random.pick(["<a/>", "", "x", '<hebiao xmlns="urn:hebiao:settings"/>', '<hebiao xmlns="urn:hebiao:settings" version="1"><settings>{"__proto__":{"a":1},"headcount":-1e9}</settings><ignored>[null]</ignored></hebiao>', '<hebiao xmlns="urn:hebiao:settings"><settings>{"stations":{"__proto__":{}}}</settings></hebiao>']));
  }),
  utf16: parts((files, random) => {
    const names = Object.keys(files).filter((name) => name.endsWith(".xml"));
    const name = random.pick(names.length ? names : Object.keys(files));
    const text = strFromU8(files[name]!).replace("UTF-8", "UTF-16");
    const units = new Uint8Array(2 + text.length * 2);
    units.set([0xff, 0xfe]);
    for (let i = 0; i < text.length; i++) units.set([text.charCodeAt(i) & 255, text.charCodeAt(i) >> 8], 2 + i * 2);
    files[name] = units;
  }),
  dropTag: xml((text, random) => one(text, TAG, random, () => "")),
  dropElement: xml((text, random) => one(text, ELEMENT, random, () => "")),
  doubleElement: xml((text, random) => one(text, ELEMENT, random, (match) => match.repeat(random.pick([2, 2, 3, 500])))),
  dropAttribute: xml((text, random) => one(text, /\s[\w:]+="[^"]*"/g, random, () => "")),
  attribute: xml((text, random) => one(text, ATTRIBUTE, random, () =>
    `="${random.chance(0.5) ? attributeText(evilText(random)) : random.pick(["-1", "0", "1", "2", "4294967296", "1e9", "NaN", "A1", "XFD1048576", "A1:XFD1048576", "rId1", "../../x.xml", "http://example.invalid/", "true", "shared", "s", "__proto__"])}"`)),
  text: xml((text, random) => one(text, />[^<]+</g, random, () => `>${evilText(random).replace(/[&<>]/g, "").slice(0, 2000)}<`)),
  rename: xml((text, random) => {
    const tags = [...text.matchAll(/<(\w+)/g)].map(([, tag]) => tag!);
    const name = random.pick(["c", "row", "v", "f", "sheet", "is", "t", "worksheet", "mergeCell", "x", "__proto__"]);
    return tags.length > 0 ? text.replace(new RegExp(`(</?)${random.pick(tags)}\\b`, "g"), `$1${name}`) : text;
  }),
  insert: xml((text, random) => one(text, TAG, random, (tag) => tag + random.pick([
    "&bomb;", "<!-- x -->", "<![CDATA[<f>1+1</f>]]>", "<?php x?>", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&#x0;", "\u0000", "<a>".repeat(300), "<a/>".repeat(1000), "<x:y/>", "<row/>", "<c/>", "<f>1</f>", "<v>1</v>", "text",
    "<sheet name=\"2\" sheetId=\"9\" r:id=\"rId1\"/>", "<definedName name=\"x\">1</definedName>", "<mergeCell ref=\"A1:B2\"/>", "<mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><mc:Choice Requires=\"z\"><c/></mc:Choice></mc:AlternateContent>"
  ]))),
  swapElements: xml((text, random) => {
    const matches = [...text.matchAll(ELEMENT)];
    if (matches.length < 2) return text;
    const [a, b] = [random.int(0, matches.length - 1), random.int(0, matches.length - 1)].sort((x, y) => x - y) as [number, number];
    if (a === b) return text;
    const [first, second] = [matches[a]!, matches[b]!];
    return text.slice(0, first.index) + second[0] + text.slice(first.index + first[0].length, second.index) + first[0] + text.slice(second.index + second[0].length);
  })
};

export const DAMAGES: Readonly<Record<string, Damage>> = { ...BYTE_DAMAGES, ...PART_DAMAGES };
