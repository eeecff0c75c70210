/** The part of JSON Schema that the published schema uses. */
export interface Schema {
	$ref?: string;
	type?: string | string[];
	const?: unknown;
	enum?: unknown[];
	required?: string[];
	properties?: Record<string, Schema>;
	additionalProperties?: boolean;
	items?: Schema;
	anyOf?: Schema[];
	allOf?: Schema[];
	if?: Schema;
	then?: Schema;
	not?: Schema;
	minimum?: number;
	maxLength?: number;
	format?: string;
	$defs?: Record<string, Schema>;
	[annotation: string]: unknown;
}

const UNDERSTOOD = new Set(
	'$ref type const enum required properties additionalProperties items anyOf allOf if then not minimum maxLength format $defs $schema $id title description'.split(
		' '
	)
);

function typeOf(value: unknown): string {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'array';
	return Number.isInteger(value) ? 'integer' : typeof value;
}

/** Whether a value is valid; throws where the schema uses a keyword that this does not know. */
export function isValid(value: unknown, schema: Schema, root: Schema = schema): boolean {
	for (const keyword of Object.keys(schema)) {
		if (!UNDERSTOOD.has(keyword)) throw new Error(`The schema uses "${keyword}".`);
	}
	const valid = (part: Schema) => isValid(value, part, root);
	if (schema.$ref !== undefined) {
		const target = root.$defs?.[schema.$ref.replace('#/$defs/', '')];
		if (!target) throw new Error(`${schema.$ref} leads nowhere.`);
		if (!valid(target)) return false;
	}
	const type = typeOf(value);
	const types = schema.type === undefined ? null : [schema.type].flat();
	if (types && !types.includes(type) && !(type === 'integer' && types.includes('number'))) {
		return false;
	}
	if ('const' in schema && value !== schema.const) return false;
	if (schema.enum && !schema.enum.includes(value)) return false;
	if (typeof value === 'number' && schema.minimum !== undefined && value < schema.minimum) {
		return false;
	}
	if (typeof value === 'string') {
		if (schema.maxLength !== undefined && value.length > schema.maxLength) return false;
		if (schema.format === 'date-time' && !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return false;
	}
	if (Array.isArray(value) && schema.items) {
		if (!value.every((item) => isValid(item, schema.items!, root))) return false;
	}
	if (type === 'object') {
		const object = value as Record<string, unknown>;
		if (schema.required?.some((name) => !Object.hasOwn(object, name))) return false;
		for (const [name, member] of Object.entries(object)) {
			const known = schema.properties?.[name];
			if (known === undefined && schema.additionalProperties === false) return false;
			if (known !== undefined && !isValid(member, known, root)) return false;
		}
	}
	if (schema.allOf && !schema.allOf.every(valid)) return false;
	if (schema.anyOf && !schema.anyOf.some(valid)) return false;
	if (schema.not && valid(schema.not)) return false;
	return !(schema.if && valid(schema.if) && schema.then && !valid(schema.then));
}
