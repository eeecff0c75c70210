/** What a TURN server lacks of what its user is known by: `username and credential`; null for nothing. */
export function lackOf(has: { username: boolean; credential: boolean }): string | null {
	const lacks = (['username', 'credential'] as const).filter((name) => !has[name]);
	return lacks.length === 0 ? null : lacks.join(' and ');
}
