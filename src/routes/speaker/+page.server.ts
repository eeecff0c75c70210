// The window shows what the stage shows: it is given the same.
export { load } from '../stage/+layout.server';
