/** A number of things in words. */
export function counted(count: number, one: string, many = `${one}s`): string {
	if (count === 0) return `no ${one}`;
	return count === 1 ? `one ${one}` : `${count} ${many}`;
}
