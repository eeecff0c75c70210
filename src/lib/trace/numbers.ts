/**
 * How numbers are written wherever they are shown. What a file brings need not be a number that makes
 * sense: of differences and quotients of such, not all are finite.
 */

/** Stands where there is no number to write. */
export const NO_NUMBER = '—';

/** A number with so many digits after its point. */
export function fixed(value: number, digits: number): string {
	return Number.isFinite(value) ? value.toFixed(digits) : NO_NUMBER;
}

/** A number without digits after its point. */
export function whole(value: number): string {
	return Number.isFinite(value) ? String(Math.round(value)) : NO_NUMBER;
}

/** A count in thin groups of three: `12 345`. */
export function grouped(value: number): string {
	return Number.isFinite(value) ? value.toLocaleString('en').replaceAll(',', '\u2009') : NO_NUMBER;
}

/** A length of time in milliseconds, as short as it is still right. None is below nothing. */
export function durationWords(ms: number): string {
	if (!Number.isFinite(ms)) return NO_NUMBER;
	if (ms < 1) return '< 1 ms';
	if (ms < 999.5) return `${Math.round(ms)} ms`;
	if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
	const seconds = Math.max(60, Math.floor(ms / 1000));
	return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** A size in bytes, in the units of the SI: `1.2 MB`. */
export function sizeWords(bytes: number): string {
	if (!Number.isFinite(bytes)) return NO_NUMBER;
	if (bytes < 1000) return `${Math.round(bytes)} bytes`;
	if (bytes < 1e6) return `${Math.round(bytes / 1000)} kB`;
	if (bytes < 1e9) return `${(bytes / 1e6).toFixed(1)} MB`;
	return `${(bytes / 1e9).toFixed(1)} GB`;
}
