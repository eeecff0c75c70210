import type { StepCode } from '$lib/deck/code';
import type { SlidesData } from '$lib/deck/slide-data';
import { patiently } from '$lib/state/patiently';

/** The code of the steps of a lesson, which comes once it is asked for. */
export class LevelCode {
	#codes: SlidesData['codes'] = $state.raw({});

	/** Fetches it, as often as it takes. @param file where it is */
	async fetch(file: string, signal: AbortSignal): Promise<void> {
		const load = async () => {
			const response = await fetch(file, { signal });
			if (!response.ok) throw new Error(`The server said ${response.status}`);
			return (await response.json()) as SlidesData;
		};
		try {
			this.#codes = (await patiently(load, { first: 500, longest: 15_000, signal })).codes;
		} catch {
			// Only whoever has left throws here.
		}
	}

	/** The code of a step, which is called like its slide; empty until it is there. */
	of(step: string | null): readonly StepCode[] {
		return this.#codes[step ?? ''] ?? [];
	}
}
