import encodeQR from 'qr';

/** A QR code as a picture of squares: so many along each side, and a path that fills the dark ones. */
export interface QrPath {
	size: number;
	/** Of SVG, with one unit for each square. */
	path: string;
}

/**
 * The QR code of a text (ISO/IEC 18004), with the quiet zone of four squares that readers need around it.
 * @param ecc how much of it may be hidden: the less, the larger its squares
 * @throws an `Error` where the text is longer than a code can hold
 */
export function qrPath(text: string, ecc: 'low' | 'medium' = 'medium'): QrPath {
	const rows = encodeQR(text, 'raw', { ecc, border: 4 });
	const squares = rows.flatMap((row, y) =>
		row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))
	);
	return { size: rows.length, path: squares.join('') };
}
