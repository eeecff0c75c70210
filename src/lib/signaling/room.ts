/** Bytes, or characters of a text: what is longer is no message of ours. */
export const LONGEST_MESSAGE = 8_000_000;

/** What a member of a room is told. */
export interface RoomHearing {
	/** Another member has said something on a line. */
	said(line: string, text: string): void;
	/** What a member claims now, this one too; null where it is here no more. */
	claimed(member: string, claims: string | null): void;
	/** Something came that no member can have said, or that was heard before. */
	refused(): void;
	/** What carries the room is away: nothing that is said comes to anybody. */
	away(): void;
	/** What carries the room was away, or too much came: what was said meanwhile may be lost. */
	interrupted(): void;
}

/**
 * A room whose members are on several machines. What is said comes to all others; what is claimed is known to whoever is
 * here and whoever comes, and is heard by all in one order.
 */
export interface Room {
	/** This member, as the others know it. */
	readonly member: string;
	/**
	 * Enters the room, and hears who is here.
	 * @param claims what is claimed at first
	 * @throws an `Error` where what carries it does not answer
	 */
	enter(claims: string): Promise<void>;
	/** Says something on a line: to all others, or to one of them alone. */
	say(line: string, text: string, to?: string): void;
	/** Claims something in the place of what was claimed before. */
	claim(claims: string): void;
	/** Leaves: nothing is said, claimed or heard any more. */
	end(): void;
}
