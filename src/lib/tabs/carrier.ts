import { broadcastLine, type OpenLine } from '../signaling/line';
import { channelName } from './channel-name';
import { TabLocks, type Locks } from './locks';

/** What moves what the tabs of a room say to each other, and tells who is here. */
export interface Carrier {
	/** Takes part in a line of the room: in the one of its name, or, without one, in that of the room itself. */
	line: OpenLine;
	locks: Locks;
	/** This tab is in the room no more. */
	end(): void;
}

/** Between the tabs of one origin in one browser: by `BroadcastChannel` and Web Locks. */
export const broadcastCarrier = (room: string): Carrier => ({
	line: (name, hearing) => broadcastLine(channelName(room, name), hearing),
	locks: new TabLocks(room),
	end: () => {}
});
