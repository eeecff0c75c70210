export { EMPTY_VIEW } from './empty-view';
export * from './entry';
export * from './moments';
export * from './reduce';
export * from './trace';
export * from './view';
export * from './view-peer';
export * from './view-stats';
export * from './views';
