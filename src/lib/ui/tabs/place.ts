import type { RoomView } from '$lib/tabs/room';

/** What those are on who share a room, in a word: tabs of this browser, or machines, where something carries it between them. */
export const placeOf = ({ by }: Pick<RoomView, 'by'>): 'tab' | 'machine' =>
	by === 'browser' ? 'tab' : 'machine';
