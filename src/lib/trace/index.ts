export * from './entry';
export * from './moments';
export * from './reduce';
export * from './trace';
export * from './view';
export * from './views';
