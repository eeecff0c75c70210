// What of the package is used here: it brings no types of its own.
declare module 'subset-font' {
	/**
	 * A font with only what is asked for.
	 * @param text the characters that it shall have
	 */
	export default function subset(
		font: Buffer,
		text: string,
		options: {
			targetFormat: 'sfnt' | 'woff' | 'woff2';
			variationAxes: Readonly<Record<string, Readonly<{ min: number; max: number }>>>;
			/** The OpenType features that it keeps: all of them, where it is not said. */
			keepFeatures: readonly string[];
		}
	): Promise<Buffer>;
}
