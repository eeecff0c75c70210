import { SvelteMap } from 'svelte/reactivity';

/** A line drawn by hand: points as fractions of the stage's width, both across and down. */
export type Stroke = readonly (readonly [x: number, y: number])[];

/** What was drawn on the slides. Each drawing goes with its slide, and lives as long as the page. */
export class Ink {
	/** For each slide every state its drawing has had, the present one last. */
	readonly #drawings = new SvelteMap<string, readonly (readonly Stroke[])[]>();

	/** The lines on a slide. */
	of(slug: string): readonly Stroke[] {
		return this.#drawings.get(slug)?.at(-1) ?? [];
	}

	/** Adds a line that was finished. A line of one point is a dot. */
	add(slug: string, stroke: Stroke): void {
		if (stroke.length > 0) this.#become(slug, [...this.of(slug), stroke]);
	}

	/** Clears a slide; `undo` brings the drawing back. */
	clear(slug: string): void {
		if (this.of(slug).length > 0) this.#become(slug, []);
	}

	/** Takes back what was drawn or cleared last. */
	undo(slug: string): void {
		const states = this.#drawings.get(slug);
		if (states) this.#drawings.set(slug, states.slice(0, -1));
	}

	#become(slug: string, strokes: readonly Stroke[]): void {
		this.#drawings.set(slug, [...(this.#drawings.get(slug) ?? []), strokes]);
	}
}

/** A line as the path of an SVG, smooth between the middles of its points. */
export function pathOf(stroke: Stroke): string {
	const [first, ...rest] = stroke;
	if (!first) return '';
	const start = `M${write(first)}`;
	const last = rest.at(-1);
	if (!last) return `${start}h0.0001`;
	const curves = rest
		.slice(0, -1)
		.map(([x, y], index) => {
			const [nextX, nextY] = rest[index + 1]!;
			return `Q${write([x, y])} ${write([(x + nextX) / 2, (y + nextY) / 2])}`;
		})
		.join('');
	return `${start}${curves}L${write(last)}`;
}

function write([x, y]: Stroke[number]): string {
	return `${x.toFixed(4)} ${y.toFixed(4)}`;
}
