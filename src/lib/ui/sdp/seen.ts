import type { Line } from '$lib/sdp';

/** Words that tell one kind of line from another; all other words are this call's own values. */
const TELLING = new Set([
	'media',
	'proto',
	'encoding',
	'uri',
	'rtcp-fb-id',
	'rtcp-fb-param',
	'cand-type',
	'transport',
	'tcp-type',
	'role',
	'semantics',
	'bwtype',
	'hash-func',
	'parameter',
	'rid-dir',
	'direction',
	'attribute',
	'ice-option-tag'
]);

const MOST_WORDS = 12;

/**
 * What is the same in lines that say the same kind of thing, in this call and in the next one:
 * `a=candidate typ host udp` whatever the address.
 */
export function shapeOf(line: Line): string {
	const { fields } = line;
	const words: string[] = [];
	for (let index = 0; index < Math.min(fields.length, 60); index++) {
		if (words.length < MOST_WORDS && TELLING.has(fields.nameAt(index))) {
			words.push(fields.at(index).slice(0, 80).toLowerCase());
		}
	}
	return [`${line.type}=${line.attribute.slice(0, 80)}`, ...words].join(' ');
}

const KEY = 'parley:seen-lines';
/** More shapes than all browsers write; whoever reads more begins anew. */
const MOST_SHAPES = 3000;

/** The shapes of the lines that were looked at, in this visit and in earlier ones. */
export class Seen {
	readonly #shapes: Set<string>;
	readonly #storage: () => Pick<Storage, 'getItem' | 'setItem'>;

	/** @param storage asked for late, for a browser may refuse to hand it out */
	constructor(storage: () => Pick<Storage, 'getItem' | 'setItem'> = () => localStorage) {
		this.#storage = storage;
		this.#shapes = new Set(this.#recall());
	}

	#recall(): string[] {
		try {
			const kept: unknown = JSON.parse(this.#storage().getItem(KEY) ?? '[]');
			return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
		} catch {
			// No storage, or not JSON: nothing was seen yet.
			return [];
		}
	}

	has(shape: string): boolean {
		return this.#shapes.has(shape);
	}

	/** All of them, as they are now. */
	snapshot(): ReadonlySet<string> {
		return new Set(this.#shapes);
	}

	add(lines: readonly Line[]): void {
		const before = this.#shapes.size;
		for (const line of lines) this.#shapes.add(shapeOf(line));
		if (this.#shapes.size === before) return;
		try {
			const shapes = [...this.#shapes].slice(-MOST_SHAPES);
			this.#storage().setItem(KEY, JSON.stringify(shapes));
		} catch {
			// Storage is full or not allowed: seen for this visit only.
		}
	}
}
