/** How many times as long the longer of two inputs is. */
const TIMES = 32;

/** How often both are measured at most, for the least of each; a cost that is low enough once is low. */
const ROUNDS = 3;
const ENOUGH = 2;

/**
 * How much more each part of an input costs when the input is 32 times as long: about 1 where
 * time grows with the length, 32 where it grows with its square. Between lies whatever a machine does
 * beside it: collecting garbage, filling its caches.
 *
 * @param make gives an input of a length, in units of its own
 * @param length of the shorter input, in those units
 */
export function costOfLength<T>(
	make: (length: number) => T,
	length: number,
	work: (input: T) => unknown
): number {
	const [short, long] = [make(length), make(length * TIMES)];
	// It is run before it is measured, so that the shorter does not pay for the compiler.
	work(short);
	return leastRatio(
		() => spent(long, work),
		() => spent(short, work) * TIMES,
		ENOUGH
	);
}

/**
 * How many times as much work costs as a peer that is given the same.
 *
 * @param enough what is low enough, so that it is not measured again
 */
export function costBeside<T>(
	input: T,
	work: (input: T) => unknown,
	peer: (input: T) => unknown,
	enough: number
): number {
	work(input);
	peer(input);
	return leastRatio(
		() => spent(input, work),
		() => spent(input, peer),
		enough
	);
}

/** The ratio of the least of each: whatever a machine does beside it only adds. */
function leastRatio(dividend: () => number, divisor: () => number, enough: number): number {
	const least = { dividend: Infinity, divisor: Infinity };
	for (let round = 0; round < ROUNDS && !(least.dividend / least.divisor <= enough); round++) {
		least.divisor = Math.min(least.divisor, divisor());
		least.dividend = Math.min(least.dividend, dividend());
	}
	return least.dividend / least.divisor;
}

/**
 * Milliseconds of the processor that one run takes, which the load of others leaves alone. Its clock is
 * coarse, so short runs are repeated for 40 ms.
 */
function spent<T>(input: T, work: (input: T) => unknown): number {
	const begin = process.cpuUsage();
	let [runs, used] = [0, 0];
	while (used < 40) {
		work(input);
		runs += 1;
		used = process.cpuUsage(begin).user / 1e3;
	}
	return used / runs;
}
