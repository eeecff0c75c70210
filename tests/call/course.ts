import { courseOf } from '../../src/lib/lessons/course';
import { operable } from '../../src/lib/lessons/performed';
import { steps } from '../../src/lib/steps/call';

/** The steps of the first lesson, in their order. */
export const STEPS = steps;

/** What the first lesson performs. */
export const CALL = courseOf('call', { call: { begins: null, wire: 'held', steps } });

/** The same with its operations. */
export const OPERABLE = operable({ call: steps });
