import { Command } from 'commander'
import { archiveCommands } from './commands/archive'
import { careCommands } from './commands/care'
import { correctionCommands } from './commands/corrections'
import { dossierCommands } from './commands/dossiers'
import { exportCommands } from './commands/export'
import { historyCommands } from './commands/history'
import { intakeCommands } from './commands/intake'
import { learntCommands } from './commands/learnt'
import { packageCommands } from './commands/packages'
import { photoCommands } from './commands/photos'
import { recordCommands } from './commands/records'
import { templateCommands } from './commands/templates'
import { transferCommands } from './commands/transfers'
import { workbookCommands } from './commands/workbooks'
import { type Door, exitCodes, openDoor, within } from './door'
import { speak } from './help-words'
import { type CliWords, cliWords } from './words'

/** Adds some commands to the program; `run` opens the door, runs, closes. */
export type Register = (program: Command, run: Run, words: CliWords) => void
type Run = (command: Command, work: (door: Door) => Promise<void>) => Promise<void>

/**
 * Runs the command line.
 * @param argv arguments without the program's own
 * @param root the folder that holds `out/` and `resources/`
 * @returns the exit code
 */
export async function runCommandLine(argv: string[], root: string): Promise<number> {
  const words = cliWords(argv.includes('--en') || process.env.KHO_LANG === 'en' ? 'en' : 'vi')
  let exit: number = exitCodes.done
  const run: Run = async (command, work) => {
    const { json = false, verbose = false } = command.optsWithGlobals<{ json?: boolean; verbose?: boolean }>()
    const door = openDoor(root, { json, verbose, words })
    exit = await within(door, () => work(door))
  }
  const program = new Command('kho')
    .description(words('cli.help.kho'))
    .option('--json', words('cli.option.json'))
    .option('--en', words('cli.option.en'))
    .option('--verbose', words('cli.option.verbose'))
    .helpOption('-h, --help', words('cli.option.help'))
    .helpCommand(false)
    .showHelpAfterError(words('cli.seeHelp'))
    .exitOverride()
  speak(program, words)
  for (const register of [
    archiveCommands,
    intakeCommands,
    recordCommands,
    exportCommands,
    workbookCommands,
    correctionCommands,
    dossierCommands,
    transferCommands,
    templateCommands,
    packageCommands,
    photoCommands,
    historyCommands,
    learntCommands,
    careCommands,
  ])
    register(program, run, words)
  for (const command of program.commands) {
    command
      .exitOverride()
      .option('--json', words('cli.option.json'))
      .option('--en', words('cli.option.en'))
      .option('--verbose', words('cli.option.verbose'))
  }
  try {
    await program.parseAsync(argv, { from: 'user' })
  } catch (thrown) {
    // Commander has said what was wrong, or printed help.
    const code = (thrown as { exitCode?: number }).exitCode
    if (code === undefined) throw thrown
    return code === 0 ? exitCodes.done : exitCodes.usage
  }
  return exit
}
