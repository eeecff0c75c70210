/** A copy in which the last element that fits is replaced. */
export function replaceLast<T>(
	list: readonly T[],
	fits: (item: T) => boolean,
	replace: (item: T) => T
): T[] {
	const index = list.findLastIndex(fits);
	return list.map((item, at) => (at === index ? replace(item) : item));
}
