import { describe, expect, it } from 'vitest';
import { SURFACE, type Interface } from '../../src/lib/rtc/surface';
import { entryName } from '../../src/lib/rtc/watch';
import { NO_PARTS, UNWATCHED } from './unwatched';

const INTERFACES = Object.entries(SURFACE) as [string, Interface][];

type Class = { prototype?: object } & object;
const classOf = (name: string) => (globalThis as unknown as Record<string, Class>)[name];

/** Methods, statics, attributes that can be set, and events that this browser has of an interface. */
function membersOf(name: string): string[] {
	const here = classOf(name)!;
	const own = Object.entries(Object.getOwnPropertyDescriptors(here.prototype!));
	const statics = Object.getOwnPropertyNames(here).filter(
		(one) => !['length', 'name', 'prototype', 'arguments', 'caller'].includes(one)
	);
	return [
		...own.flatMap(([member, { value, set }]) => {
			if (member === 'constructor' || (typeof value !== 'function' && !set)) return [];
			return set ? member.replace(/^on/, '') : member;
		}),
		...statics
	];
}

function watchedOf({ methods, statics, sets, events }: Interface): string[] {
	return [methods, statics, events]
		.flatMap((members) => Object.keys(members ?? {}))
		.concat(sets ?? []);
}

describe('the table of what is watched', () => {
	it.each(INTERFACES)('knows all that this browser has of %s', (name, spec) => {
		const known = [...watchedOf(spec), ...Object.keys(UNWATCHED[name]!)];
		expect(membersOf(name).filter((member) => !known.includes(member))).toEqual([]);
	});

	it.each(INTERFACES)('watches nothing of %s that is left out on purpose', (name, spec) => {
		const left = Object.keys(UNWATCHED[name]!);
		expect(watchedOf(spec).filter((member) => left.includes(member))).toEqual([]);
	});

	it('knows every interface of WebRTC that this browser has', () => {
		const known = [...Object.keys(SURFACE), ...Object.keys(NO_PARTS)];
		const here = Object.getOwnPropertyNames(globalThis).filter((name) => /^RTC[A-Z]/.test(name));
		expect(here.length).toBeGreaterThan(15);
		expect(here.filter((name) => !known.includes(name))).toEqual([]);
	});

	it('names no two calls and no two events alike', () => {
		const calls = INTERFACES.flatMap(([, spec]) => [
			...Object.entries(spec.methods ?? {}).map(([name, { bare }]) => entryName(spec, name, bare)),
			...(spec.sets ?? []).map((name) => entryName(spec, name))
		]);
		const events = INTERFACES.flatMap(([, spec]) =>
			Object.keys(spec.events ?? {}).map((name) => entryName(spec, name, spec.bareEvents))
		);
		for (const names of [calls, events]) expect(names).toEqual([...new Set(names)]);
	});
});
