/** What a press of a key moves the pointer by, as a fraction of the stage. */
const STEP = 0.04;

/** How far the light reaches, as a fraction of the shorter side of the stage; and by what a press changes it. */
const SMALLEST = 0.06;
const LARGEST = 0.6;
const FACTOR = 1.2;

/** By which way each key moves, across and down. */
const WAYS: Readonly<Record<string, readonly [number, number]>> = {
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
	ArrowUp: [0, -1],
	ArrowDown: [0, 1]
};

const within = (value: number, least: number, most: number) =>
	Math.max(least, Math.min(most, value));

/** Where on the stage somebody points, by mouse or by keys, and how large the light there is. */
export class Pointer {
	/** Across and down, as fractions of the stage: they hold when that changes its size. */
	x = $state(0.5);
	y = $state(0.5);
	/** How far the light reaches, as a fraction of the shorter side of the stage. */
	radius = $state(0.18);

	/** Points at a place, in fractions of the stage. */
	moveTo(x: number, y: number): void {
		this.x = within(x, 0, 1);
		this.y = within(y, 0, 1);
	}

	/** Moves by one step, the way that an arrow key says. */
	step(key: string): void {
		const [across, down] = WAYS[key] ?? [0, 0];
		this.moveTo(this.x + across * STEP, this.y + down * STEP);
	}

	/** Makes the light larger. */
	grow(): void {
		this.radius = within(this.radius * FACTOR, SMALLEST, LARGEST);
	}

	/** Makes the light smaller. */
	shrink(): void {
		this.radius = within(this.radius / FACTOR, SMALLEST, LARGEST);
	}
}
