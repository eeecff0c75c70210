import type { AddressScope } from '../../ice';

const INSIDE: ReadonlySet<AddressScope> = new Set([
	'private',
	'unique-local',
	'link-local',
	'shared'
]);
const OUTSIDE: ReadonlySet<AddressScope> = new Set(['public', 'documentation']);

/** Whether an address is of use only inside its own network (RFC 1918, 3; RFC 4193, 1; RFC 6598, 1). */
export const isInside = (scope: AddressScope): boolean => INSIDE.has(scope);

/** The same, or a name in .local, which only its own network can resolve. */
export const isWithin = (scope: AddressScope): boolean => isInside(scope) || scope === 'mdns';

/** The same, or within the device itself. */
export const isHidden = (scope: AddressScope): boolean => isWithin(scope) || scope === 'loopback';

/** Whether it is public, or one that people write in the place of a public one when they pass a text on. */
export const isOutside = (scope: AddressScope): boolean => OUTSIDE.has(scope);
