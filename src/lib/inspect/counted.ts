/** A number of things in words. */
export function counted(count: number, one: string, many = `${one}s`): string {
	return count === 1 ? `one ${one}` : `${count} ${many}`;
}
