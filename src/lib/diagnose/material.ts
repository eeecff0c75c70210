import { inForce, type Description, type Section } from '../sdp';

/**
 * What of a description was lost in copying: a console shortened it, the text breaks off in it, somebody
 * left lines out, the text begins within it, or it goes on in lines that could not be read.
 */
export type Lost = 'shortened' | 'broken off' | 'left out' | 'begun within' | 'unread';

/** A description that is looked at. */
export interface Material {
	/** How its lines are found: the id of its reader. */
	readonly of: string;
	/** Which side of an exchange it is; null where that is not known. */
	readonly role: 'offer' | 'answer' | null;
	readonly description: Description;
	/** The same as it is written, where blanks stand in front of names; else the description itself. */
	readonly written: Description;
	/** Candidates that came beside it, as `candidate:…`. */
	readonly trickled: readonly string[];
	/** Whether it stood in quotes, so that it ends as it is here. */
	readonly isQuoted?: boolean;
	/** Whether its type is a member of the object that it is handed over in. */
	readonly isTyped?: boolean;
	/** What it is called where it is no description: the candidates of one side. */
	readonly name?: string;
	/** The lines, from 1, in which whoever passed it on masked addresses or secrets. */
	readonly masked?: ReadonlySet<number>;
}

/** The sections that are used: those with port 0 are not. */
export function usedSections({ description }: Material): readonly Section[] {
	return description.sections.filter((section) => !section.isRejected);
}

/** What the description is called in a sentence. */
export function called({ role, description, name }: Material): string {
	if (name !== undefined) return name;
	if (description.lines.length === 0) return 'list';
	return role === null ? 'description' : role;
}

/** Who is on its side of the call, in a sentence. */
export const makerOf = (material: Material): string =>
	material.name === undefined ? `whoever made the ${called(material)}` : `the ${material.name}`;

/** Whether something of it is as browsers make it: ICE finds the path, or DTLS makes the keys. */
export function isForBrowsers(material: Material): boolean {
	return usedSections(material).some(
		(section) => inForce(section, 'ice-ufrag') !== null || inForce(section, 'fingerprint') !== null
	);
}

/** A section in a sentence: `audio (mid "0")`. */
export function sectionName({ kind, mid, index }: Section): string {
	const shown = kind.slice(0, 40);
	return mid === null ? `${shown} (section ${index + 1})` : `${shown} (mid "${mid.slice(0, 40)}")`;
}
