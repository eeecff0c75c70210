import { describeAddress } from '../ice/address';

/** The eight groups of an IPv6 address, or null where the text is none (RFC 4291, 2.2). */
function groupsOf(text: string): number[] | null {
	const [head = '', tail, ...more] = text.split('::');
	if (more.length > 0) return null;
	const front = groups(head);
	const back = tail === undefined ? [] : groups(tail);
	if (front === null || back === null) return null;
	if (tail === undefined) return front.length === 8 ? front : null;
	const missing = 8 - front.length - back.length;
	return missing > 0 ? [...front, ...Array<number>(missing).fill(0), ...back] : null;
}

function groups(text: string): number[] | null {
	if (text === '') return [];
	const parts = text.split(':');
	const dotted = parts.at(-1)!.includes('.') ? parts.pop() : undefined;
	if (!parts.every((part) => /^[0-9a-f]{1,4}$/i.test(part))) return null;
	const numbers = parts.map((part) => parseInt(part, 16));
	if (dotted === undefined) return numbers;
	const octets = dotted.split('.').map(Number);
	if (!isIpv4(dotted)) return null;
	const [a = 0, b = 0, c = 0, d = 0] = octets;
	return [...numbers, a * 256 + b, c * 256 + d];
}

function isIpv4(text: string): boolean {
	return (
		/^\d{1,3}(\.\d{1,3}){3}$/.test(text) && text.split('.').every((part) => Number(part) < 256)
	);
}

/** An address in a text, as it is compared: one spelling for what is one address. */
export interface FoundAddress {
	readonly family: 4 | 6 | 'name' | 'half 4' | 'half 6';
	readonly key: string;
	/** What is written behind the address itself, such as `%eth0`, and is kept. */
	readonly suffix: string;
}

/** Tells no network anything: placeholders and the device itself. */
function isPlaceholder(address: string): boolean {
	const { scope } = describeAddress(address);
	return scope === 'unspecified' || scope === 'loopback';
}

/**
 * The address that a run of letters, digits, dots, colons and percent signs is, or null. Chromium's
 * half hidden `192.168.1.x` counts as one, for it still shows the network.
 */
export function addressOf(run: string): FoundAddress | null {
	if (/^\d{1,3}(\.\d{1,3}){2}\.x$/.test(run)) {
		return run === '0.0.0.x' ? null : { family: 'half 4', key: run, suffix: '' };
	}
	if (/^([0-9a-f]{1,4}:){3}x(:x){4}$/i.test(run)) {
		return run.startsWith('0:0:0:') ? null : { family: 'half 6', key: run, suffix: '' };
	}
	if (run.includes(':')) {
		const [bare = '', ...zone] = run.split('%');
		const numbers = bare.includes('::') || bare.split(':').length > 6 ? groupsOf(bare) : null;
		if (numbers === null || isPlaceholder(bare)) return null;
		const key = numbers.map((number) => number.toString(16)).join(':');
		if (/^(0:){7}[01]$/.test(key)) return null;
		return { family: 6, key, suffix: zone.length > 0 ? `%${zone.join('%')}` : '' };
	}
	if (/\.local$/i.test(run)) return { family: 'name', key: run.toLowerCase(), suffix: '' };
	return isIpv4(run) && !isPlaceholder(run) ? { family: 4, key: run, suffix: '' } : null;
}

/** The blocks that are set aside for documentation (RFC 5737), then the one for benchmarks (RFC 2544). */
const BLOCKS = ['192.0.2', '198.51.100', '203.0.113'];

/** The mask with a number, from 0: an address of the same family that is set aside for examples. */
export function addressMask(family: FoundAddress['family'], number: number): string {
	switch (family) {
		case 4: {
			const block = BLOCKS[Math.floor(number / 254)];
			if (block !== undefined) return `${block}.${(number % 254) + 1}`;
			const rest = number - BLOCKS.length * 254;
			return `198.${18 + (Math.floor(rest / 65024) % 2)}.${Math.floor(rest / 254) % 256}.${(rest % 254) + 1}`;
		}
		case 'half 4':
			return `${BLOCKS[number] ?? `198.18.${number % 256}`}.x`;
		case 'half 6':
			return `2001:db8:${(number + 1).toString(16)}:x:x:x:x:x`;
		case 6:
			// RFC 3849. The groups never come back together in one that is longer than four digits.
			return number < 0xffff
				? `2001:db8::${(number + 1).toString(16)}`
				: `2001:db8::${Math.floor(number / 0xffff).toString(16)}:${(number % 0xffff).toString(16)}`;
		case 'name':
			return `00000000-0000-4000-8000-${(number + 1).toString(16).padStart(12, '0')}.local`;
	}
}
