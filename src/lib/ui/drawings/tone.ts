/** The colours that a drawing may use: custom properties of the site, light and dark. */
export type Tone = 'ink' | 'ink-2' | 'ink-3' | 'rule' | 'john' | 'jane' | 'wire' | 'good';
