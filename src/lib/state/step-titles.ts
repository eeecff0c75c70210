import { patiently } from './patiently';

/**
 * Fetches what the steps of all lessons are called, asking for it as often as it takes: a recording may be
 * of any of them.
 *
 * @param address where `titles.json` is
 * @returns step id to the title of its slide
 * @throws the signal's reason once it is aborted
 */
export function fetchStepTitles(
	address: string,
	signal: AbortSignal
): Promise<Record<string, string>> {
	const load = async () => {
		const response = await fetch(address, { signal });
		if (!response.ok) throw new Error(`The server said ${response.status}.`);
		return (await response.json()) as Record<string, string>;
	};
	return patiently(load, { first: 500, longest: 15_000, signal });
}
