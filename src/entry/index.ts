/** Every function that Google may call. The build gives each a top-level function of the same name in dist/Code.js. */
export { onInstall, onOpen, openAbout, openImport, openRepair, openSidebar, pipelineReport, setUpCrm } from './menu';
export { rpc } from './rpc';
export { onEdit } from './triggers';
