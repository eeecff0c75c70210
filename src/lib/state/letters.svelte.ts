import { keep, recall } from './kept';

let letters = $state(true);

/** Whether single letters are shortcuts. They can be turned off (WCAG 2.1.4). */
export function lettersAreOn(): boolean {
	return letters;
}

/** Reads what was chosen on an earlier visit. */
export function recallLetters(): void {
	letters = recall('letters') ?? true;
}

/** Turns the letters on or off, for now and for later visits. */
export function chooseLetters(on: boolean): void {
	letters = on;
	keep('letters', on);
}
