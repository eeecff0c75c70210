import { LONGEST_PREFIX } from './prefix';

/**
 * A text without what stands in front of one of its lines and of others alike, as mail quotes and loggers do:
 * numbers in it may differ, as those of a time. null where nothing does. Linear.
 *
 * @param at where the line goes on behind that
 */
export function withoutPrefixAt(text: string, at: number): string | null {
	const start = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
	if (at - start > LONGEST_PREFIX) return null;
	const prefix = text.slice(start, at).trim();
	if (prefix === '' || /[{"]/.test(prefix)) return null;
	const alike = prefix
		.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
		.replace(/\d+/g, '\\d+')
		.replace(/\s+/g, '[ \\t]+');
	return text.replace(new RegExp(`^[ \\t]*${alike}`, 'gm'), '');
}
