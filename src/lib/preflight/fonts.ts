import { bad, good, type Verdict } from './verdict';

export interface FontsScope {
	fonts: Pick<FontFaceSet, 'load'>;
	/** The families that the site is set in. */
	families: readonly string[];
}

/** As `theme.css` names them. */
const FAMILIES = ['Source Serif 4 Variable', 'JetBrains Mono Variable'];

/** Loads the faces of the site: with those of the system lines break elsewhere. */
export async function checkFonts(
	{ fonts, families }: FontsScope = { fonts: document.fonts, families: FAMILIES }
): Promise<Verdict> {
	const found = await Promise.all(
		families.flatMap((family) =>
			['400', '600'].map((weight) =>
				fonts.load(`${weight} 16px "${family}"`).then(
					(faces) => faces.length > 0 && faces.every(({ status }) => status === 'loaded'),
					() => false
				)
			)
		)
	);
	const missing = families.filter((_, index) => !found[2 * index] || !found[2 * index + 1]);
	if (missing.length === 0) return good(`${families.join(' and ')} are loaded.`);
	return bad(
		`${missing.join(' and ')} could not be loaded: a system font stands in.`,
		'Connect to the network once, load this page again, and allow web fonts in the browser’s settings and extensions.'
	);
}
