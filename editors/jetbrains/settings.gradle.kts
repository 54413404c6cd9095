rootProject.name = "planls"
