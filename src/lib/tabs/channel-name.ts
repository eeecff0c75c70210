/** What the channel of a room is called. */
export const channelName = (room: string): string => `parley/${room}`;
