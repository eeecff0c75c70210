import { keep, recall } from './kept';

export type Theme = 'system' | 'light' | 'dark';

let theme = $state<Theme>('system');

/** The chosen theme. */
export function currentTheme(): Theme {
	return theme;
}

/** Reads the theme that was chosen on an earlier visit. */
export function recallTheme(): void {
	theme = recall('theme') ?? 'system';
}

/** Chooses a theme, for now and for later visits. */
export function chooseTheme(choice: Theme): void {
	theme = choice;
	keep('theme', choice);
	if (choice === 'system') delete document.documentElement.dataset.theme;
	else document.documentElement.dataset.theme = choice;
}
