export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** @param content markup; text has to be `escaped` */
export function element(name: string, attributes: Attributes, ...content: string[]): string {
	const written = Object.entries(attributes)
		.filter(([, value]) => value !== undefined)
		.map(
			([key, value]) => ` ${key}="${escaped(typeof value === 'number' ? round(value) : value!)}"`
		)
		.join('');
	const inside = content.join('');
	return inside ? `<${name}${written}>${inside}</${name}>` : `<${name}${written}/>`;
}

/** A hundredth of a pixel is nothing to see. */
export function round(value: number): string {
	return String(Math.round(value * 100) / 100);
}

/**
 * What XML cannot hold, even escaped, and what would turn the text around it: controls, halves of
 * surrogate pairs, noncharacters, marks of direction.
 */
const UNWRITABLE = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\p{Bidi_Control}]/gu;

/** Text in one line, without what cannot be written. */
export function plain(text: string): string {
	return text.replace(/\s+/g, ' ').replace(UNWRITABLE, '');
}

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

/** Text as it stands in XML, between tags and in attributes alike. */
export function escaped(text: string): string {
	return plain(text).replace(/[&<>"']/g, (char) => ENTITIES[char]!);
}
