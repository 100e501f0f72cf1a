package org.parasift.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.concurrent.ExecutionException;
import org.parasift.classify.ModelFormatException;
import org.parasift.cli.documents.Trouble;
import org.parasift.train.corpus.InputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/**
 * The program: its verbs, and what becomes of failures.
 *
 * <pre>
 * 0  done
 * 1  bad input, or reading or writing failed
 * 2  wrong usage
 * 3  unusable model
 * </pre>
 */
@Command(
        name = "parasift",
        description =
                "Sorts the paragraphs of scraped news text: the story, or the site around it. Results go to standard"
                        + " output, talk to standard error; - stands for either wherever a file is named. Colours are for"
                        + " terminals only, and never with NO_COLOR.",
        mixinStandardHelpOptions = true,
        versionProvider = Parasift.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:bad input, or reading or writing failed", "2:wrong usage", "3:unusable model"},
        footer = {
            "",
            "Examples:",
            "  parasift train                        train on the seeds, write model/parasift.psm",
            "  parasift classify article.txt         a line of CSV for every paragraph",
            "  parasift clean article.txt            the article without its spam",
            "  parasift explain article.txt --paragraph 3",
            "  parasift COMMAND --help               what else a command can do"
        })
final class Parasift {
    static final int DONE = 0;
    static final int BAD_INPUT = 1;
    static final int WRONG_USAGE = 2;
    static final int UNUSABLE_MODEL = 3;

    private Parasift() {}

    /** The version of the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        Version() {}

        @Override
        public String[] getVersion() {
            String version = Parasift.class.getPackage().getImplementationVersion();
            return new String[] {"parasift " + (version == null ? "(development)" : version)};
        }
    }

    /** There is no model, or none that could be used. */
    static final class NoModelException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoModelException(String message) {
            super(message);
        }
    }

    /** Runs a verb; all it has to say is said when this returns. */
    static int run(Console console, String... args) {
        StringWriter help = new StringWriter();
        CommandLine program = program(console);
        program.setOut(new PrintWriter(help));
        int code;
        try {
            code = args.length == 0 ? nothingAsked(console, program) : program.execute(args);
        } catch (OutOfMemoryError e) {
            // Everything a verb holds is garbage by now; saying so is possible.
            console.complain("out of memory; give the virtual machine more with PARASIFT_JAVA_OPTS=-Xmx8g");
            code = BAD_INPUT;
        }
        try {
            console.out().write(help.toString().replace("\r\n", "\n"));
            console.out().flush();
        } catch (IOException e) {
            int end = failure(console, e);
            code = code == DONE ? end : code;
        }
        return code;
    }

    private static CommandLine program(Console console) {
        CommandLine program = new CommandLine(new Parasift());
        program.addSubcommand(new TrainCommand(console));
        program.addSubcommand(new AdaptCommand(console));
        program.addSubcommand(new EvaluateCommand(console));
        program.addSubcommand(new TuneCommand(console));
        program.addSubcommand(new CompareCommand(console));
        program.addSubcommand(new ClassifyCommand(console));
        program.addSubcommand(new CleanCommand(console));
        program.addSubcommand(new RestoreCommand(console));
        program.addSubcommand(new ExplainCommand(console));
        program.addSubcommand(new InspectCommand(console));
        program.addSubcommand(new BenchCommand(console));
        program.addSubcommand(new CompletionCommand(console));
        program.addSubcommand(new ManCommand(console));
        program.setErr(console.err());
        program.setColorScheme(CommandLine.Help.defaultColorScheme(console.isColoured() ? Ansi.ON : Ansi.OFF));
        program.setCaseInsensitiveEnumValuesAllowed(true);
        program.setUsageHelpWidth(console.helpWidth());
        program.setParameterExceptionHandler((e, given) -> usage(console, e));
        program.setExecutionExceptionHandler((e, verb, parsed) -> failure(console, e));
        headings(program);
        program.getSubcommands().values().forEach(Parasift::headings);
        return program;
    }

    private static void headings(CommandLine command) {
        command.getCommandSpec()
                .usageMessage()
                .descriptionHeading("%n")
                .parameterListHeading("%nParameters:%n")
                .optionListHeading("%nOptions:%n")
                .commandListHeading("%nCommands:%n");
    }

    private static int nothingAsked(Console console, CommandLine program) {
        console.say(program.getUsageMessage(Ansi.OFF).replace("\r\n", "\n").stripTrailing());
        return WRONG_USAGE;
    }

    private static int usage(Console console, ParameterException e) {
        console.complain(e.getMessage() + " (try 'parasift"
                + (e.getCommandLine().getParent() == null
                        ? ""
                        : " " + e.getCommandLine().getCommandName())
                + " --help')");
        return WRONG_USAGE;
    }

    /** One line for the person, a code for the script. */
    static int failure(Console console, Throwable e) {
        if (e instanceof UncheckedIOException || e instanceof ExecutionException) {
            Throwable cause = e.getCause();
            return failure(console, cause == null ? new IOException(e.getMessage()) : cause);
        }
        if (e instanceof RecordOutput.ClosedPipeException) {
            return DONE;
        }
        if (e instanceof ParameterException wrong) {
            return usage(console, wrong);
        }
        if (e instanceof ModelFormatException || e instanceof NoModelException) {
            console.complain(message(e));
            return UNUSABLE_MODEL;
        }
        if (e instanceof InputException || e instanceof IOException) {
            console.complain(message(e));
            return BAD_INPUT;
        }
        if (e instanceof OutOfMemoryError full) {
            throw full;
        }
        console.complain("a fault of the program, please report it: " + e);
        if (System.getenv("PARASIFT_TRACE") != null) {
            e.printStackTrace(console.err());
        }
        return BAD_INPUT;
    }

    /** What is wrong, with the file's name first. */
    static String message(Throwable e) {
        if (e instanceof FileSystemException trouble && trouble.getFile() != null) {
            return Trouble.with(trouble.getFile(), trouble);
        }
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
