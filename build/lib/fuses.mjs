import { FuseV1Options, FuseVersion } from '@electron/fuses'

/**
 * What the packaged app can no longer be made to do (Electron's security checklist, point 19): run as Node, take
 * options or an inspector from outside, load another application, read files by file:.
 */
export const fuses = {
  version: FuseVersion.V1,
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.EnableCookieEncryption]: true,
  // Checked by Electron on Windows and macOS only, from a hash that a signed installer writes.
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: false,
}
