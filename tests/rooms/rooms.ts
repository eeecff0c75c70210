/** The rooms of `src`, in the order in which they may know each other: each only those before it. */
export const ROOMS = [
	'ice',
	'nat',
	'sdp',
	'trace',
	'stun',
	'servers',
	'diagnose',
	'inspect',
	'predict',
	'breaks',
	'steps',
	'lessons',
	'levels',
	'rtc',
	'signaling',
	'call',
	'tabs',
	'deck',
	'offline',
	'preflight',
	'state',
	'ui',
	'routes'
] as const;
export type Room = (typeof ROOMS)[number];

/** The rooms that know nothing of a browser. */
export const PURE: readonly Room[] = [
	'ice',
	'nat',
	'sdp',
	'trace',
	'stun',
	'servers',
	'diagnose',
	'inspect',
	'predict',
	'breaks',
	'steps',
	'lessons',
	'levels'
];

/** What a pure room may take from elsewhere: nothing that has an effect. */
export const PURE_PACKAGES = ['valibot'];

/** A file of the site, by its path below the top of the repository. */
export function roomOf(path: string): string | null {
	return /^src\/(?:lib\/([^/.]+)|(routes))(?:\/|$)/.exec(path)?.slice(1).find(Boolean) ?? null;
}

/** An import as it is written, and the file or package that it means. */
export interface Import {
	file: string;
	line: number;
	/** As it is written. */
	specifier: string;
	/** A path below the top of the repository, or the name of a package. */
	target: string;
}

/** What is wrong with an import; null where it is as it should be. */
export function faultOf({ file, line, specifier, target }: Import): string | null {
	const from = roomOf(file);
	const to = roomOf(target);
	const where = `${file}:${line} imports "${specifier}"`;
	if (from === null) return null;
	const rank = ROOMS.indexOf(from as Room);
	if (rank < 0) {
		return `${where}, but the room "${from}" is not in the list of rooms: say in tests/rooms/rooms.ts where it stands`;
	}
	if (to !== null) {
		const other = ROOMS.indexOf(to as Room);
		if (other < 0) return `${where}, but the room "${to}" is not in the list of rooms`;
		return other > rank
			? `${where}, but ${from} stands above ${to}: a room may use the rooms above it, never those below`
			: null;
	}
	if (target.startsWith('tests/')) return `${where}, but the site does not know its tests`;
	if (PURE.includes(from as Room) && !PURE_PACKAGES.includes(packageOf(target))) {
		return `${where}, but ${from} is pure: of packages it may use ${PURE_PACKAGES.join(', ')} alone`;
	}
	return null;
}

function packageOf(target: string): string {
	const [first, second] = target.split('/');
	return target.startsWith('@') ? `${first}/${second}` : first!;
}
