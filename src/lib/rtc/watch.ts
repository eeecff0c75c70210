import type { Json } from '../trace';
import { toJson } from './json';
import { tracedAsync, tracedSync, type Record } from './record';
import type { Interface, Members, Method, PlaceOf } from './surface';

/** Who records what happens at a connection, or at one of its parts. */
export interface Watcher {
	record: Record;
	/** Where a part is, said first in each of its entries; undefined for the connection itself. */
	place?: () => Members;
	/** Where any part of the connection is. */
	placeOf: PlaceOf;
	/** Looks what has changed. */
	look(): void;
}

/** Who watches an object; undefined for one that nobody watches. */
type WatcherOf = (self: object) => Watcher | undefined;

/** The name of a member in the trace: of a part, after the word that says whose it is. */
export function entryName({ word }: Interface, member: string, isBare?: boolean): string {
	return word === undefined || isBare ? member : `${word}.${member}`;
}

/**
 * Puts the methods and the attributes of an interface in front of those that an object has, so that
 * each call is recorded where somebody watches the object that it is made on.
 *
 * @param target the object itself, or the prototype of such objects
 * @returns a function that takes them away again
 */
export function watchCalls(
	target: object,
	spec: Interface,
	watcherOf: WatcherOf,
	methods = spec.methods ?? {}
): () => void {
	const put = (name: string, descriptor: PropertyDescriptor) => {
		Object.defineProperty(target, name, { configurable: true, enumerable: false, ...descriptor });
		return () => Reflect.deleteProperty(target, name);
	};
	const behind = Object.getPrototypeOf(target) as object;
	const ends = [
		...Object.entries(methods).flatMap(([name, method]) => {
			if (!descriptorOf(target, name)?.value) return [];
			// Looked up when it is called: a page may put its own in the browser's place meanwhile.
			const native = () => descriptorOf(behind, name)?.value as Native;
			const value = recorded(native, entryName(spec, name, method.bare), method, watcherOf);
			return put(name, { writable: true, value });
		}),
		...(spec.sets ?? []).flatMap((name) => {
			const { get, set } = descriptorOf(target, name) ?? {};
			if (!set) return [];
			const native = () => (descriptorOf(behind, name)?.set ?? set) as Native;
			const value = recorded(native, entryName(spec, name), SETTER, watcherOf);
			return put(name, { get, set: value });
		})
	];
	return () => ends.forEach((end) => end());
}

/** Records the events of an object from now on, before whoever listens later. */
export function watchEvents(
	target: EventTarget,
	spec: Interface,
	watcher: Watcher,
	signal?: AbortSignal,
	seen: (event: Event) => void = () => {}
): void {
	for (const [type, keep] of Object.entries(spec.events ?? {})) {
		const name = entryName(spec, type, spec.bareEvents);
		const listener = (event: Event) => {
			const data = dataOf(watcher, () => keep?.(event as never, target as never, watcher.placeOf));
			watcher.record({ kind: 'event', name, data });
			seen(event);
		};
		target.addEventListener(type, listener, { ...(signal && { signal }) });
	}
}

type Native = (...args: unknown[]) => unknown;

/** An attribute that is set. */
const SETTER: Method = { args: ([value]) => ({ value: toJson(value) }) };

/** A method that does what it did, and is recorded where it is called on something that is watched. */
function recorded(native: () => Native, name: string, method: Method, watcherOf: WatcherOf) {
	return function (this: object, ...args: unknown[]): unknown {
		const run = () => Reflect.apply(native(), this, args);
		const watcher = watcherOf(this);
		if (!watcher) return run();
		const { record, placeOf } = watcher;
		const data = dataOf(watcher, () => method.args?.(args as never[], placeOf, this as never));
		const gives = (value: unknown) => keptOf(() => method.gives?.(value as never, placeOf));
		if (method.later) {
			const call = tracedAsync(record, name, data, run as () => Promise<unknown>, gives);
			return lookingAfter(watcher, call);
		}
		try {
			return tracedSync(record, name, data, run, gives);
		} finally {
			watcher.look();
		}
	};
}

async function lookingAfter<T>(watcher: Watcher, call: Promise<T>): Promise<T> {
	try {
		return await call;
	} finally {
		watcher.look();
	}
}

/** What is kept of something, with the place where it happened. */
function dataOf({ place }: Watcher, read: () => Json | undefined): Json {
	const data = keptOf(read);
	return place ? { ...place(), ...(data as Members | null) } : data;
}

/**
 * What is kept of something; null where it cannot be read. A page may pass anything: what is no track,
 * has a getter that throws or goes round in a circle is the browser's to refuse, and not ours.
 */
export function keptOf(read: () => Json | undefined): Json {
	try {
		return read() ?? null;
	} catch {
		return null;
	}
}

/** The property that is found first on the way from an object along its prototypes. */
function descriptorOf(target: object, name: string): PropertyDescriptor | undefined {
	for (let at: object | null = target; at !== null; at = Object.getPrototypeOf(at) as object) {
		const descriptor = Object.getOwnPropertyDescriptor(at, name);
		if (descriptor) return descriptor;
	}
	return undefined;
}
