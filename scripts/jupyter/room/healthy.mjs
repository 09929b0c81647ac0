// Whether the room's JupyterLab answers: exit code 0 or 1, for the health check of compose.yaml.
import { roomServer } from "./server.mjs";

process.exitCode = (await roomServer()) === "silent" ? 1 : 0;
