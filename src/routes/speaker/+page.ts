export const ssr = false;

export { load } from '../stage/+layout';
