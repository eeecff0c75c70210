import type { ErrorData, Json, NewEntry } from '../trace';

/** Takes what happened at one peer into the trace; gives the `seq` of the entry. */
export type Record = (entry: Omit<NewEntry, 'peer'>) => number;

/** An error as plain JSON, in the browser's own words. */
export function errorData(error: unknown): ErrorData {
	if (error instanceof Error || error instanceof DOMException) {
		return { name: error.name, message: error.message };
	}
	return { name: 'Error', message: String(error) };
}

/** Records a call that was rejected and that nobody waits for. */
export function noteRefusal(record: Record, name: string, error: unknown): void {
	const call = record({ kind: 'call', name, data: null });
	record({ kind: 'error', name, call, data: { ...errorData(error) } });
}

/**
 * Runs a call that settles later, and records the call and how it was settled.
 * @param data what of the value is kept in the trace
 * @throws whatever the call throws, after recording it
 */
export async function tracedAsync<T>(
	record: Record,
	name: string,
	args: Json,
	run: () => Promise<T>,
	data: (value: T) => Json = () => null
): Promise<T> {
	const call = record({ kind: 'call', name, data: args });
	try {
		const value = await run();
		record({ kind: 'result', name, call, data: data(value) });
		return value;
	} catch (error) {
		record({ kind: 'error', name, call, data: { ...errorData(error) } });
		throw error;
	}
}

/**
 * Runs a call that returns at once, and records the call and what came of it.
 * @throws whatever the call throws, after recording it
 */
export function tracedSync<T>(
	record: Record,
	name: string,
	args: Json,
	run: () => T,
	data: (value: T) => Json = () => null
): T {
	const call = record({ kind: 'call', name, data: args });
	try {
		const value = run();
		record({ kind: 'result', name, call, data: data(value) });
		return value;
	} catch (error) {
		record({ kind: 'error', name, call, data: { ...errorData(error) } });
		throw error;
	}
}
