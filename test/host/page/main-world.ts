import type { PageConfig } from './config';
import { createWorldBridge } from './world-bridge';

declare const hostConfig: PageConfig;

// The page's side of contextBridge; it exposes nothing itself.
createWorldBridge(hostConfig.toPreload, hostConfig.toPage);
