import { keepClient, openClient } from "./clients.ts";
import { checkOptionNames } from "./option-names.ts";
import { ENGINE_OPTION_NAMES, type EngineOptions, type SweepWorkers } from "./options.ts";

/**
 * Starts workers, for the `workers` option of the other functions. They are threads of Node, or web workers.
 * @throws EngineUnavailableError, ThreadCountError where the options ask for what is not here; TypeError for an option that there is not
 */
export async function startWorkers(options: EngineOptions = {}): Promise<SweepWorkers> {
  checkOptionNames("startWorkers", options, ENGINE_OPTION_NAMES);
  const client = await openClient(options);
  return keepClient(client, {
    get engine() { return client.engine; },
    get threads() { return client.threads; },
    dispose: () => client.dispose(),
  });
}
