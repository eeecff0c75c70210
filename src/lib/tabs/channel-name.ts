/** What the channel of a line of a room is called; of the room itself where none is named. */
export const channelName = (room: string, line = ''): string =>
	line === '' ? `parley/${room}` : `parley/${room}/${line}`;
