import { userInfo } from "node:os";
import { join } from "node:path";

/**
 * A cluster of its own on this host: its ports, its keys, its folder; nothing of a Slurm that the machine may have is touched.
 * @param {string} folder @param {{ controller: number, nodes: ReadonlyMap<string, number> }} ports of the controller and of each node
 * @param {number} firstJob number of the first job, where the controller remembers none
 */
export function slurmConfiguration(folder, { controller, nodes }, firstJob) {
  const user = userInfo().username;
  return [
    "ClusterName=tauscape",
    "SlurmctldHost=localhost(127.0.0.1)",
    `SlurmctldPort=${controller}`,
    `FirstJobId=${firstJob}`,
    "CommunicationParameters=NoCtldInAddrAny,NoInAddrAny",
    "AuthType=auth/munge",
    `AuthInfo=socket=${mungeSocket(folder)}`,
    `SlurmUser=${user}`,
    `SlurmdUser=${user}`,
    `StateSaveLocation=${join(folder, "state")}`,
    `SlurmdSpoolDir=${join(folder, "spool-%n")}`,
    `SlurmctldPidFile=${join(folder, "slurmctld.pid")}`,
    `SlurmdPidFile=${join(folder, "slurmd-%n.pid")}`,
    `SlurmctldLogFile=${join(folder, "slurmctld.log")}`,
    `SlurmdLogFile=${join(folder, "slurmd-%n.log")}`,
    "ProctrackType=proctrack/linuxproc",
    "TaskPlugin=task/none",
    "JobAcctGatherType=jobacct_gather/none",
    "MpiDefault=none",
    "SelectType=select/cons_tres",
    "SelectTypeParameters=CR_Core",
    // The nodes share the processors of one host, and say that they have one each.
    "SlurmdParameters=config_overrides",
    "SchedulerParameters=batch_sched_delay=1,sched_interval=1,bf_interval=1",
    "ReturnToService=2",
    "KillWait=5",
    ...[...nodes].map(([name, port]) => `NodeName=${name} NodeHostname=localhost NodeAddr=127.0.0.1 Port=${port} CPUs=1 RealMemory=2048 State=UNKNOWN`),
    "PartitionName=sweeps Nodes=ALL Default=YES MaxTime=INFINITE State=UP",
    "",
  ].join("\n");
}

/** @param {string} folder */
export function mungeSocket(folder) {
  return join(folder, "munge.socket");
}
