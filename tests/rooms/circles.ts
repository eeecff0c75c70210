/** What each file imports, by their paths. */
export type Imports = ReadonlyMap<string, readonly string[]>;

/**
 * The circles in which files import each other: of each knot of files the shortest way that leads back
 * to where it began. A file that imports itself is a circle as well.
 */
export function circlesIn(imports: Imports): string[][] {
	return knotsIn(imports).map((knot) => shortestCircle(knot, imports));
}

/** Files of which each leads to every other (Tarjan 1972), in the order of their names. */
function knotsIn(imports: Imports): ReadonlySet<string>[] {
	const knots: ReadonlySet<string>[] = [];
	const found = new Map<string, number>();
	const path: string[] = [];
	const onPath = new Set<string>();

	function visit(file: string): number {
		const number = found.size;
		found.set(file, number);
		let low = number;
		path.push(file);
		onPath.add(file);
		for (const next of imports.get(file) ?? []) {
			if (!found.has(next)) low = Math.min(low, visit(next));
			else if (onPath.has(next)) low = Math.min(low, found.get(next)!);
		}
		if (low === number) {
			const knot = new Set(path.splice(path.indexOf(file)));
			for (const member of knot) onPath.delete(member);
			if (knot.size > 1 || imports.get(file)?.includes(file)) knots.push(knot);
		}
		return low;
	}
	for (const file of [...imports.keys()].sort()) if (!found.has(file)) visit(file);
	return knots;
}

/** The shortest circle within a knot, from its first file by name on. */
function shortestCircle(knot: ReadonlySet<string>, imports: Imports): string[] {
	const circles = [...knot].map((file) => wayBack(file, knot, imports));
	const length = Math.min(...circles.map((circle) => circle.length));
	return circles.filter((circle) => circle.length === length).sort()[0]!;
}

/** The shortest way from a file back to itself. */
function wayBack(file: string, knot: ReadonlySet<string>, imports: Imports): string[] {
	const ways: string[][] = [[file]];
	const seen = new Set<string>();
	for (const way of ways) {
		for (const next of imports.get(way.at(-1)!) ?? []) {
			if (next === file) return [...way, file];
			if (!knot.has(next) || seen.has(next)) continue;
			seen.add(next);
			ways.push([...way, next]);
		}
	}
	return [];
}
