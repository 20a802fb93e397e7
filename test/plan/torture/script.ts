/** A `torture.sh` in the shape of the kernel's, written for these tests: a few sets of each kind. */
export const scriptText = `#!/bin/bash
duration_base=10
duration_rcutorture_frac=7
duration_locktorture_frac=1
do_allmodconfig=yes
do_rcutorture=yes
do_locktorture=yes
do_refscale=yes
do_normal=yes
do_kasan=yes
do_kcsan=no
do_clocksourcewd="\${ifnotaarch64}"
do_srcu_lockdep=yes
do_rcu_rust=no
	kcsan_expert="CONFIG_EXPERT=y"
			chk_rdr_state="CONFIG_STATE=y"
		torture_one "$@" --kconfig "CONFIG_A=y \${kcsan_expert} \${chk_rdr_state}" $kcsan_kmake_tag --kcsan
if test "$do_allmodconfig" = "yes"
then
	make allmodconfig
fi
if test "$do_rcutorture" = "yes"
then
	torture_bootargs="rcu.a=1 torture.b"
	torture_set "rcutorture" tools/bin/kvm.sh --allcpus --duration "$duration_rcutorture" --configs "$configs_rcutorture" --trust-make
fi
if test "$do_locktorture" = "yes"
then
	torture_bootargs="torture.b"
	torture_set "locktorture" tools/bin/kvm.sh --torture lock --allcpus --duration "$duration_locktorture" --configs "$configs_locktorture" --memory "$newthing" --trust-make
fi
if test "$do_refscale" = yes
then
	primlist="\`grep name kernel/rcu/refscale.c\`"
else
	primlist=
fi
for prim in $primlist
do
	torture_bootargs="refscale.scale_type="$prim" refscale.nreaders=$SCALE_ALLOTED_CPUS"
	torture_set "refscale-$prim" tools/bin/kvm.sh --torture refscale --duration 5 --kconfig "CONFIG_NR_CPUS=$SCALE_ALLOTED_CPUS" --bootargs "refscale.v=$VERBOSE_BATCH_CPUS"
done
if test "$do_clocksourcewd" = "yes"
then
	torture_bootargs="tsc=watchdog"
	torture_set "clocksourcewd-1" tools/bin/kvm.sh --duration 45s --configs TREE03 --trust-make
	if test "$do_rcutorture" != "yes"
	then
		torture_bootargs="tsc=watchdog"
		torture_set "clocksourcewd-3" tools/bin/kvm.sh --duration 45s --configs TREE03 --trust-make
	fi
fi
if test "$do_srcu_lockdep" = "yes"
then
	tools/bin/srcu_lockdep.sh > $T/out
fi
`;

/** The same for `srcu_lockdep.sh`. */
export const lockdepText = `for d in 0 1
do
	for c in 1 2
	do
		val=$((d*1000+c))
		tools/bin/kvm.sh --duration 5s --configs "SRCU-P" --bootargs "x.test=$val" --datestamp "$ds/$val" > "$T/out" 2>&1
			if test "$d" -ne 0 && test "$ret" -eq 0
			then
	done
done
for val in 0x1 0xf
do
	tools/bin/kvm.sh --duration 5s --configs "SRCU-P" --bootargs "x.flavor=$val" --datestamp "$ds/$val" > "$T/out" 2>&1
	if test "$val" = 0xf && test "$ret" -eq 0
	then
done
`;
