import type { UpdateFailure } from '../../preload/update-contract';

/** What went wrong, by the error of electron-updater, of Chromium's network or of the system (pure). */
export function updateFailure(error: unknown): UpdateFailure {
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ERR_CHECKSUM_MISMATCH':
    case 'ERR_UPDATER_INVALID_SIGNATURE':
      return 'not-genuine';
    case 'ERR_UPDATER_CHANNEL_FILE_NOT_FOUND':
    case 'ERR_UPDATER_LATEST_VERSION_NOT_FOUND':
    case 'ERR_UPDATER_NO_PUBLISHED_VERSIONS':
    case 'ERR_UPDATER_INVALID_RELEASE_FEED':
    case 'HTTP_ERROR_404':
      return 'not-published';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOSPC':
    case 'EDQUOT':
      return 'disk';
    default:
      return /^net::ERR_/u.test(error.message) || code.startsWith('HTTP_ERROR_') ? 'network' : 'unknown';
  }
}
