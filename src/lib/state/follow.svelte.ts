import { isSameValue, type FollowedValue } from '$lib/trace/values';

/** The value that is followed: chosen in one place, lit wherever it occurs. Gone with the page. */
export class Follow {
	#selected = $state.raw<FollowedValue | null>(null);

	/** null while nothing is followed. */
	get selected(): FollowedValue | null {
		return this.#selected;
	}

	/** Follows a value, or lets it go where it was followed already. */
	select({ kind, value, mid, peer }: FollowedValue): void {
		const chosen = {
			kind,
			value,
			...(mid !== undefined && { mid }),
			...(peer !== undefined && { peer })
		};
		this.#selected = this.isLit(chosen) ? null : chosen;
	}

	clear(): void {
		this.#selected = null;
	}

	/** Whether this is the value that is followed. */
	isLit(value: FollowedValue): boolean {
		return this.#selected !== null && isSameValue(this.#selected, value);
	}
}

/** What is followed on this page: one value for all of its parts. */
export const follow = new Follow();
